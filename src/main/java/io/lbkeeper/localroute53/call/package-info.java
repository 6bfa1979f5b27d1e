/**
 * A call of the API and its answer, as values.
 * Law: no sockets and no account. Reaches {@code zone} only.
 */
package io.lbkeeper.localroute53.call;
