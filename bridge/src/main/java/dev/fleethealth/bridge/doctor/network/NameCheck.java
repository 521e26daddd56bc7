package dev.fleethealth.bridge.doctor.network;

import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Target;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;

/** Asks DNS for every address of the broker. */
public final class NameCheck {
    private static final String CHECK = "dns";

    private NameCheck() {}

    public static Finding examine(Target target) {
        try {
            return judge(target, List.of(InetAddress.getAllByName(target.host())));
        } catch (UnknownHostException e) {
            return Finding.failed(
                    CHECK,
                    target.host() + " has no address",
                    "Check the spelling of the host and which DNS server this network hands out; ask another one, for"
                            + " example a public resolver.");
        }
    }

    static Finding judge(Target target, List<InetAddress> addresses) {
        String found = target.host() + " is " + described(addresses);
        boolean onlyVersion6 = addresses.stream().noneMatch(Inet4Address.class::isInstance);
        if (onlyVersion6 && target.isDialect("apsaramq")) {
            return Finding.failed(
                    CHECK,
                    found + ", with IPv6 alone",
                    "ApsaraMQ takes no direct IPv6 connections: go through a proxy to the IPv4 name of the instance.");
        }
        return Finding.ok(CHECK, found);
    }

    private static String described(List<InetAddress> addresses) {
        return addresses.stream()
                .map(address -> address.getHostAddress() + (address instanceof Inet4Address ? "" : " (IPv6)"))
                .collect(Collectors.joining(", "));
    }
}
