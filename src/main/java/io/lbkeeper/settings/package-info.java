/**
 * What an operator may set: every {@code lb.*} key is declared once, judged once, and all problems are told together.
 * Law: java.* and dnsjava's address parser only; no Camel, no name look-ups, no logging. Nothing is repaired
 * silently, and no secret is ever part of a message.
 */
package io.lbkeeper.settings;
