/**
 * Tells systemd, where it has started the service, that it is ready, what it does and that it lives.
 * Law: no cycle ever waits for it, and a systemd that can't be told costs a line in the log; only completed cycles feed
 * systemd's watchdog. It knows nothing of what it tells.
 */
package io.lbkeeper.systemd;
