/**
 * The manual pages, made from what the command line and the settings themselves declare, so that they lack nothing.
 * Text only: whoever asks for a page writes it where it shall be. The same program gives the same page, to the byte.
 */
package io.lbkeeper.manual;
