/**
 * The file in which an account outlives the process.
 * Law: whole whenever the process ends; what could not have come about is refused, never repaired. Knows no calls.
 */
package io.lbkeeper.localroute53.file;
