/**
 * What is served on {@code lb.http}: health, metrics, the status and its page.
 * Law: it only reads, whatever is asked; no request, however slow or hostile, holds up a cycle or ends the process;
 * what was heard from the network is escaped; there is no door here that changes anything.
 */
package io.lbkeeper.http;
