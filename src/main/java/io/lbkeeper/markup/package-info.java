/**
 * HTML and SVG written element by element.
 * Law: everything is escaped here and nowhere else; it knows of no page that is written by it.
 */
package io.lbkeeper.markup;
