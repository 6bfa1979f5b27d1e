/**
 * Looks at settings, routes and kamelets before they run, and tells all that is wrong with them at once.
 * Law: nothing is asked over the network, no lock is taken and no file written; no input makes it throw. What is
 * looked at is a {@link io.lbkeeper.check.Subject}; each kind of look is one {@link io.lbkeeper.check.Inspection}.
 */
package io.lbkeeper.check;
