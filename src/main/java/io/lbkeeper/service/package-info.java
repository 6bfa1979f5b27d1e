/**
 * The service as a whole: settings, beans and routes put together, for whoever runs it.
 * Law: no policy; what belongs to the machine it runs on comes in by {@link io.lbkeeper.service.Surroundings}, so that
 * a rehearsal runs the very same service elsewhere. It reaches neither the command line nor the rehearsal.
 */
package io.lbkeeper.service;
