/** A module that may use nobody, and does. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package planted.lender;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
