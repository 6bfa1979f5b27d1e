/**
 * What to do about the world, as pure functions over values.
 * Law: java.util and java.time only. No clock, no I/O, no logging, no randomness: time and the nonce are in the
 * observation. The same values always give the same decision.
 */
package io.lbkeeper.decision;
