/**
 * Threads beside the cycles.
 * Law: java.* only. None of these threads keeps the process, and each has a name by which it is found in a dump.
 */
package io.lbkeeper.thread;
