/**
 * What kamelets of DNS providers say in plain data (maps, lists, JSON text), as lbkeeper's values, and the other way.
 * Law: strict. A field that is missing or odd makes it "could not ask", with what was seen; never an absent record.
 * Nothing here knows of a provider.
 */
package io.lbkeeper.plain;
