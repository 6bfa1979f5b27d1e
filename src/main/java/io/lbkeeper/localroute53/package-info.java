/**
 * An embedded endpoint that speaks Route 53's REST-XML and answers the same records over DNS, as strict as AWS.
 * Law: java.*, jdk.httpserver, dnsjava and slf4j only; no Camel, no AWS SDK. All that it knows is one immutable
 * {@code AccountState}, which changes in {@code Account} only: no HTTP, no clock there; time is passed in. Production
 * reaches this package only through its own command.
 */
package io.lbkeeper.localroute53;
