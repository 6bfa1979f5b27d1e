/**
 * Checks that know less than HAProxy's stats page tells: that a port accepts, that a machine answers a ping.
 * Law: each ends within its deadline; only what the other side, or the way to it, did is DEAD, and what this machine
 * can't do or may not do is UNKNOWN. No policy, and no state.
 */
package io.lbkeeper.probe;
