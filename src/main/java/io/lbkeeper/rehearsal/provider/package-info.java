/**
 * DNS providers that are not Route 53, as a rehearsal needs them: over a zone, with no network.
 * Law: each is as strict as its documentation says, and answers at once; it knows nothing of who asks.
 */
package io.lbkeeper.rehearsal.provider;
