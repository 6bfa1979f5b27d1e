/**
 * An embedded endpoint that speaks Route 53's REST-XML and answers the same records over DNS, as strict as AWS.
 * Law: java.*, jdk.httpserver, dnsjava and slf4j only; no Camel, no AWS SDK. The records live in the pure
 * {@code HostedZone}: no HTTP, no clock, no threads but its lock; time is passed in. Production reaches this
 * package only through its own command.
 */
package io.lbkeeper.localroute53;
