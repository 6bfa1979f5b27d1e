/**
 * Rehearsal: lbkeeper in a simulated world, to see what it does under faults before they happen.
 * Law: no wall clock, no socket, no thread that could race. The same seed gives the same run, to the byte.
 */
package io.lbkeeper.rehearsal;
