/**
 * What operators ask of a node: small files in the state directory, written by commands, read once a cycle.
 * Law: a request outlives every process, has an end where it can have one, and says who asked and why. What can't be
 * understood is told, and never taken for a wish to move the name.
 */
package io.lbkeeper.requests;
