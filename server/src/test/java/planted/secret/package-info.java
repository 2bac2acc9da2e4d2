/** A module that nobody may use. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package planted.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
