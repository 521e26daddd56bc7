/** What runs in the MQTT broker's own process: HiveMQ with a JWT authenticator. */
@NullMarked
package dev.fleethealth.demo.broker;

import org.jspecify.annotations.NullMarked;
