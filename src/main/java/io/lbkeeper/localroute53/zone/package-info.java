/**
 * A zone and its records: values, and the rules of Route 53 for them.
 * Law: pure: java.util, java.time and dnsjava's syntax only; no HTTP, no XML, no clock, no threads. It reaches no other
 * part of the local Route 53.
 */
package io.lbkeeper.localroute53.zone;
