/**
 * An embedded endpoint that speaks Route 53's REST-XML and answers the same records over DNS, as strict as AWS.
 * Law: java.*, jdk.httpserver, dnsjava and slf4j only; no Camel, no AWS SDK. This package wires the parts and starts
 * them; each is a package below this one and knows nothing of it. Production reaches it only through its own command.
 */
package io.lbkeeper.localroute53;
