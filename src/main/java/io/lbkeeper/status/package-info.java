/**
 * What this lbkeeper tells of itself: the status file that {@code lbkeeper status} reads, and the alarms that are no
 * decisions.
 * Law: it only tells. Nothing here is read back into a decision, and nothing that fails here fails a cycle.
 */
package io.lbkeeper.status;
