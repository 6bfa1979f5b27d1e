/**
 * The audit: one line for each change of a record that was sent, and for each request of an operator.
 * Law: lines are added and never changed. It may be written by several processes at once, and who can't write it fails
 * nothing else.
 */
package io.lbkeeper.audit;
