/**
 * Name servers: where one is, and one plain question to it.
 * Law: java.* and dnsjava only, below all that asks name servers. It asks and tells; what an answer means to them,
 * whom they believe, how they sign and when their time is over is the callers'. Nothing is kept from one to the next.
 */
package io.lbkeeper.nameserver;
