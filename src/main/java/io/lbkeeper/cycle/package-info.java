/**
 * The beans that the routes call: thin steps between Camel's exchanges and the values of a decision.
 * Law: no policy and no order of things here, those stand in the routes and in the decision; all state between
 * two steps and between two cycles is in {@link io.lbkeeper.cycle.Cycle}.
 */
package io.lbkeeper.cycle;
