/**
 * All that the endpoint knows: one immutable {@code AccountState}, which changes in {@code Account} only.
 * Law: pure but for {@code Account}'s lock; time is passed in, and what outlives the process is a {@code Keeping}.
 * Reaches {@code zone} and {@code health} only.
 */
package io.lbkeeper.localroute53.account;
