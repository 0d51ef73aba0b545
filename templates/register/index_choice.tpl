<option value="{code}"{if selected} selected{end}>{name}</option>
