/**
 * Asks the world whether it is as the settings need it: the API, the zone, DNS, the HAProxies, the clocks.
 * Law: it changes nothing and takes no lock; each question has a deadline; what could not be asked is told as such and
 * never taken for a no. A sight is made first, then each inspection judges it without asking anything more.
 */
package io.lbkeeper.check.online;
