/**
 * The update protocol of dynamic DNS services, "dyndns2", and reads from the name servers of its zones.
 * Law: what the provider was asked and refused is not asked again before its time, over a restart too; what it has by
 * its name servers is never sent. Reads are from servers with authority; could not ask is never absent.
 */
package io.lbkeeper.dyndns2;
