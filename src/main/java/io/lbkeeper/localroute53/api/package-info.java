/**
 * The API over HTTP: each call and its answer, and the operator's own calls below {@code /local/}.
 * Law: thin; what is known changes in {@code Account} only, and every refusal is an answer. Knows no file.
 */
package io.lbkeeper.localroute53.api;
