/**
 * What goes wrong in a run: by a name that people know, or drawn from a seed.
 * Law: a scenario is a schedule of faults and what is expected of it; it knows nothing of how the nodes work.
 */
package io.lbkeeper.rehearsal.scenario;
