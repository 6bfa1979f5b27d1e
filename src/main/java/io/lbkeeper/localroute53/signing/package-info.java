/**
 * Whether a request is signed as AWS's are (SigV4).
 * Law: shows no secret. Reaches {@code call} and {@code zone} only.
 */
package io.lbkeeper.localroute53.signing;
