/**
 * Time that passes only when there is nothing left to do at this moment.
 * Law: one thread, no real clock; what is due at the same time happens in the order in which it was asked for.
 */
package io.lbkeeper.rehearsal.time;
