package nl.kundig.courses.enrolment;

/** Whether somebody was there. */
public enum Attendance {

	ATTENDED(EnrolmentState.ATTENDED), ABSENT_WITH_NOTICE(EnrolmentState.ABSENT_WITH_NOTICE),
	NO_SHOW(EnrolmentState.NO_SHOW);

	private final EnrolmentState state;

	Attendance(EnrolmentState state) {
		this.state = state;
	}

	public EnrolmentState state() {
		return this.state;
	}

}
