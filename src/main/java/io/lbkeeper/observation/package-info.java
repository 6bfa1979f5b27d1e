/**
 * Answers of the world as values: a stats page becomes a health, a text becomes an address.
 * Law: parsing only. No sockets, no name look-ups, no clock, no Camel. No input throws: what cannot be read
 * becomes a value that says what was seen.
 */
package io.lbkeeper.observation;
