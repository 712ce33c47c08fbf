-- How many decimals a currency has (ISO 4217): what one of its minor units is.
create or replace function app.currency_digits(p_currency text) returns integer
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return case
    when p_currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV',
                        'XAF', 'XOF', 'XPF') then 0
    when p_currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
    when p_currency in ('CLF', 'UYW') then 4
    else 2
  end;
end
$$;
