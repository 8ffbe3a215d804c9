package org.sightline.rest.internal.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a POST that creates something, so that it takes an {@code Idempotency-Key}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Creates {

    /** Whether the body may hold a password; its digest is then made expensive to guess from. */
    boolean bodyHoldsSecret() default false;

    /** Members of the answer that are not kept and so not repeated, as they are secrets. */
    String[] answerSecrets() default {};
}
