/**
 * Idle connections to HAProxies that are well, of which the end is noticed at once.
 * Law: the end of a line starts a cycle and decides nothing; no cycle ever waits for a line, and a HAProxy that
 * does not let one be held costs no more than a rare check.
 */
package io.lbkeeper.line;
