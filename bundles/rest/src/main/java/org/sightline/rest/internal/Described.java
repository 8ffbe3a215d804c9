package org.sightline.rest.internal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the OpenAPI document says about a resource method beside what Jakarta REST's own annotations tell. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Described {

    /** One sentence without the full stop. */
    String value();

    /** The status of success. */
    int status() default 200;

    /** The form of the answer, or of one item when it is a list; {@code Void} for none. */
    Class<?> answer() default Void.class;

    /** Whether the answer is a list in pages. */
    boolean list() default false;

    /** Whether the answer has an ETag that {@code If-None-Match} and {@code If-Match} of the same path understand. */
    boolean tagged() default false;

    /** The form of a body that the method takes as a tree or as a stream; {@code Void} when the method's parameter says it. */
    Class<?> body() default Void.class;

    /** The form of the answer 202 when the work is put off; {@code Void} when it never is. */
    Class<?> accepted() default Void.class;

    /** Whether the answer is 200 when the thing was there before. */
    boolean existing() default false;

    /** Statuses of refusals beside those that every method of its sort may give. */
    int[] refusals() default {};
}
