/**
 * The route level of a rehearsal: the YAML files of the service, shipped or edited, run by the real Camel for each node
 * of a simulated world, all in one JVM and on virtual time.
 * Law: one thread at a time, so that a seed repeats a run to the byte; nothing of it reaches the outside; what is
 * replaced is Camel's edge (timer, HTTP, SDK client, threads), never a step of a route.
 */
package io.lbkeeper.rehearsal.routes;
