/**
 * The Camel component {@code dns-update}: records read from, and changed at, a zone's own servers by DNS itself.
 * Law: Camel, dnsjava, java.* and the package nameserver only, so that the two can be used, and moved, alone. It reads
 * and changes records for whoever asks and knows nothing about why. What it could not read it reports by an exception,
 * never as absent.
 */
package io.lbkeeper.dnsupdate;
