/**
 * The decision core alone in the simulated world: no Camel, no YAML, thousands of simulated hours in a minute.
 * Law: it does what the shipped routes do, in their order, by the same {@code Cycle}.
 */
package io.lbkeeper.rehearsal.core;
