/**
 * JSON as text, for what this lbkeeper tells other programs.
 * Law: java.* only. It writes values, whatever characters are in them, on one line; it reads nothing.
 */
package io.lbkeeper.json;
