package nl.kundig.app.training;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * The zone, written into every calendar. The rule is that of directive 2000/84/EC, in use
 * since 1996: summer time from the last Sunday in March until the last in October. Our
 * own ten lines, because the library's zone carries a century of history and may ask the
 * network for a newer one.
 */
final class AmsterdamTime {

	static final String ID = "Europe/Amsterdam";

	private static final ZoneOffset WINTER = ZoneOffset.ofHours(1);

	private static final ZoneOffset SUMMER = ZoneOffset.ofHours(2);

	private AmsterdamTime() {
	}

	static VTimeZone zone() {
		Observance summer = new Daylight(rule("CEST", WINTER, SUMMER, LocalDateTime.of(1996, 3, 31, 2, 0), 3));
		Observance winter = new Standard(rule("CET", SUMMER, WINTER, LocalDateTime.of(1996, 10, 27, 3, 0), 10));
		return new VTimeZone(new PropertyList(List.of(new net.fortuna.ical4j.model.property.TzId(ID))),
				new ComponentList<>(List.of(summer, winter)));
	}

	/** Says that a time is one of this zone. */
	static ParameterList parameter() {
		return new ParameterList(List.<Parameter>of(new TzId(ID)));
	}

	private static PropertyList rule(String name, ZoneOffset from, ZoneOffset to, LocalDateTime first, int month) {
		return new PropertyList(List.of(new TzName(name), new TzOffsetFrom(from), new TzOffsetTo(to),
				new DtStart<>(first), new RRule<>("FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU")));
	}

}
