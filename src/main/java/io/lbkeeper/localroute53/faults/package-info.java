/**
 * What goes wrong on demand, and how many calls are taken.
 * Law: decides only, by a seed and a given time; who answers the call carries it out. Reaches {@code call} and
 * {@code zone} only.
 */
package io.lbkeeper.localroute53.faults;
