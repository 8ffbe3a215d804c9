package org.sightline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a contract said about a plug-in.
 *
 * @param check   the test that failed
 * @param message what it said
 */
record Complaint(String check, String message) {

    /** Runs all tests of a contract and gathers the failures. */
    static List<Complaint> of(Object contract) {
        List<Complaint> complaints = new ArrayList<>();
        List<Method> checks = Stream.of(contract.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        assertThat(checks).as("checks of the contract").hasSizeGreaterThanOrEqualTo(2);
        for (Method check : checks) {
            try {
                check.invoke(contract);
            } catch (InvocationTargetException e) {
                complaints.add(new Complaint(
                        check.getName(), String.valueOf(e.getCause().getMessage())));
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        return complaints;
    }
}
