/**
 * What becomes of a change after it was applied: whether the provider and its name servers have it everywhere.
 * Law: nothing here decides or delays anything; all of it may be lost at any time. The state is in
 * {@link io.lbkeeper.propagation.Follower} alone, and only {@link io.lbkeeper.propagation.DnsServers} knows a network.
 */
package io.lbkeeper.propagation;
