/**
 * The DNS side: from a query to its answer, by policy and health.
 * Law: no input makes it throw, and one answer is of one moment. Reaches {@code account} and {@code zone} only.
 */
package io.lbkeeper.localroute53.dns;
