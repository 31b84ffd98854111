package nl.kundig.courses.enrolment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/**
 * Days on which somebody at a municipality can be expected to read a message: Monday to
 * Friday, except the days that article 3 of the Algemene termijnenwet takes out. That law
 * counts Good Friday and every 5 May as well; on those some do work, but a day more to
 * answer does no harm.
 */
final class WorkingDays {

	private WorkingDays() {
	}

	static boolean isWorkingDay(LocalDate day) {
		return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
	}

	/** So many working days later; the day itself does not count. */
	static LocalDate after(LocalDate day, int workingDays) {
		LocalDate at = day;
		int left = workingDays;
		while (left > 0) {
			at = at.plusDays(1);
			if (isWorkingDay(at)) {
				left--;
			}
		}
		return at;
	}

	static boolean isHoliday(LocalDate day) {
		int year = day.getYear();
		LocalDate easter = easter(year);
		return day.equals(LocalDate.of(year, Month.JANUARY, 1)) || day.equals(easter.minusDays(2)) || day.equals(easter)
				|| day.equals(easter.plusDays(1)) || day.equals(kingsDay(year))
				|| day.equals(LocalDate.of(year, Month.MAY, 5)) || day.equals(easter.plusDays(39))
				|| day.equals(easter.plusDays(49)) || day.equals(easter.plusDays(50))
				|| day.equals(LocalDate.of(year, Month.DECEMBER, 25))
				|| day.equals(LocalDate.of(year, Month.DECEMBER, 26));
	}

	/** 27 April, or the day before when that is a Sunday. */
	private static LocalDate kingsDay(int year) {
		LocalDate birthday = LocalDate.of(year, Month.APRIL, 27);
		return (birthday.getDayOfWeek() == DayOfWeek.SUNDAY) ? birthday.minusDays(1) : birthday;
	}

	/** Easter Sunday, by the anonymous Gregorian computus (Nature, 20 April 1876). */
	static LocalDate easter(int year) {
		int a = year % 19;
		int b = year / 100;
		int c = year % 100;
		int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
		int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
		int m = (a + 11 * h + 22 * l) / 451;
		int n = h + l - 7 * m + 114;
		return LocalDate.of(year, n / 31, n % 31 + 1);
	}

}
