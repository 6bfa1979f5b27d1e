/**
 * N machines, each with an HAProxy and an lbkeeper, a network between them, and one DNS provider: all simulated.
 * Law: calls never block, their answer comes later; what is broken follows from the faults that are there now, so
 * that any of them may overlap; nothing here judges.
 */
package io.lbkeeper.rehearsal.world;
