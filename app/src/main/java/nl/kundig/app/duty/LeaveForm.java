package nl.kundig.app.duty;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The last day of a role, as it was typed. */
record LeaveForm(@Size(max = 20) @Nullable String lastDay) {
}
