/**
 * Judges what the agents do to the records, knowing the world's truth, which no agent knows.
 * Law: it only watches; each invariant says in its own words what breaks it.
 */
package io.lbkeeper.rehearsal.referee;
