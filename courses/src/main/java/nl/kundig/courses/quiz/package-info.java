/** Quizzes: what is asked, how answers are graded, and every attempt. */
@NullMarked
package nl.kundig.courses.quiz;

import org.jspecify.annotations.NullMarked;
